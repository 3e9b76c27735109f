import { Button } from 'antd'
import { Link } from '~/ui/link'
import { PageHead } from '~/ui/page_head'
import { useUrl } from '~/ui/site'
import { showsPdf } from '~/ui/paper/use_pdf'

type Props = {
  paper: { label: string; width: number; height: number; feed: string }
  cross: number
}

/** What the help of a client program used to say: which system, how to install, what to do when it fails. */
export default function PaperHelp({ paper, cross }: Props) {
  const url = useUrl()
  const ready = showsPdf()
  return (
    <>
      <PageHead title="纸质证书打印帮助" hint={<Link href="/paper">返回打印</Link>} />
      <section className="card">
        <h2>这台电脑能不能打印</h2>
        <p>
          {ready
            ? '能：浏览器可以显示打印文件并打开打印窗口。'
            : '浏览器不能在页面中显示打印文件：请换用新版 Chrome、Edge 或 Firefox，或在浏览器设置中允许“在浏览器中打开 PDF 文件”。'}
        </p>
        <p>
          本系统在浏览器中打印，<b>不用下载、安装或运行客户端程序</b>
          ，也不分 32 位和 64 位系统：Windows、macOS、Linux
          及国产操作系统均可，只要系统里装好了打印机驱动。
        </p>
      </section>
      <section className="card">
        <h2>空白证书怎样放入打印机</h2>
        <div className="side-by-side">
          <FeedPicture width={paper.width} height={paper.height} />
          <div>
            <p>{paper.label}</p>
            <p>{paper.feed}</p>
            <p className="muted">
              各台打印机进纸方向不同：先在白纸一角做记号放入，打印测试页，看记号出现在哪一角、哪一面，再照样放入空白证书。
            </p>
          </div>
        </div>
      </section>
      <section className="card">
        <h2>打印步骤</h2>
        <ol className="import-steps">
          <li>
            在“打印机与测试页”中添加打印机，用白纸打印
            <a href={url('/paper/test-page')} target="_blank" rel="noreferrer">
              测试页
            </a>
            ，量十字中心到左边、上边的距离（应各为 {cross} 毫米），填入后保存。每台打印机只需一次。
          </li>
          <li>勾选一人或多人，点“打印所选”；先用一张白纸试打，与空白证书重叠核对。</li>
          <li>
            打印窗口中：纸张选 {paper.width} × {paper.height}{' '}
            毫米（没有就新建自定义纸张），缩放选“实际大小”或
            100%，边距选“无”，关闭页眉页脚和双面打印。
          </li>
          <li>放入空白证书打印，核对无误后点“登记已打印”。打坏的不登记，重新打印即可。</li>
        </ol>
      </section>
      <section className="card">
        <h2>遇到问题</h2>
        <details className="help-page">
          <summary>点“打开打印窗口”没有反应</summary>
          <div>
            浏览器阻止了窗口，或没有内置的 PDF
            显示功能。可点“在新窗口打开”后按打印键，或下载打印文件，用 PDF 阅读器按“实际大小”打印。
          </div>
        </details>
        <details className="help-page">
          <summary>打印窗口里没有打印机</summary>
          <div>
            先确认打印机已开机并连接，再在操作系统的“打印机和扫描仪”里添加打印机、安装驱动，打印系统自带的测试页成功后刷新本页。
          </div>
        </details>
        <details className="help-page">
          <summary>文字整体偏左、偏上</summary>
          <div>打印测试页重新量十字，在“校准”中填入量得的距离。</div>
        </details>
        <details className="help-page">
          <summary>文字忽大忽小、越往下偏得越多</summary>
          <div>缩放不是“实际大小”。在打印窗口中关闭“适合纸张”“缩小以适应”。</div>
        </details>
        <details className="help-page">
          <summary>名字中的生僻字打印出来是方框</summary>
          <div>
            系统在生成前检查每一个字，字库里没有的会说明是哪个字，不会打出方框；请联系管理员。
          </div>
        </details>
        <Button href={url('/paper')}>去打印</Button>
      </section>
    </>
  )
}

/** The blank over the tray: printed side up, upper edge first. */
function FeedPicture({ width, height }: { width: number; height: number }) {
  const scale = 150 / Math.max(width, height)
  const [w, h] = [width * scale, height * scale]
  const left = 150 - w / 2
  return (
    <svg viewBox="0 0 300 260" role="img" aria-label="空白证书放入手动进纸槽的方向" width="300">
      <rect x="30" y="10" width="240" height="52" rx="8" fill="#e4e8ec" stroke="#8a96a3" />
      <rect x="60" y="50" width="180" height="7" rx="3" fill="#5d6a77" />
      <text x="150" y="36" textAnchor="middle" fontSize="13" fill="#3b4754">
        打印机手动进纸槽
      </text>
      <rect x={left} y="96" width={w} height={h} fill="#fffdf6" stroke="#b08d57" />
      <text x="150" y={96 + h / 2} textAnchor="middle" fontSize="13" fill="#7a6036">
        印字面朝上
      </text>
      <path
        d="M150 92 V66 M142 75 L150 66 L158 75"
        fill="none"
        stroke="#c0392b"
        strokeWidth="2.5"
      />
      <text x="166" y="84" fontSize="12" fill="#c0392b">
        上边先进
      </text>
    </svg>
  )
}
