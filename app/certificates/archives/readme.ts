/** 说明.txt of a package: what lies in it, what its lists mean and how it is checked, for a reader without this system. */
export const readme = (archive: {
  label: string
  isMeeting: boolean
  madeAt: string
}) => `归档包说明

内容：${archive.label}
打包时间：${archive.madeAt}

一、目录
${
  archive.isMeeting
    ? `会议纪要/            评审会议的会议纪要。
申报编号_姓名/        每份申报一个文件夹，内有下列文件。`
    : '本包为一份申报，文件直接放在包内。'
}
申报情况.json         这份申报填写的内容、评审结果和流转日志（见第二部分）。
两位数字_文件名       先是申报材料，再是证书和评审表，按形成的先后编号。
说明.txt              本文件。
manifest.json         全部文件的清单（见第三部分）。
sha256sums.txt        全部文件的摘要，供核对用（见第四部分）。

二、申报情况.json
UTF-8 编码的文本，用记事本或浏览器即可阅读；没有代码，名称与申报人填写时看到的一致。
申报编号、姓名、工作单位、申报系列、申报专业、申报职称、级别等：申报的是什么。
打包时的状态：打包时这份申报办理到哪一步。
评审结果、投票：评委会表决的结果和票数；只有总数，投票人与票的对应关系从不保存。
资格问题、申报信息：申报人填写的内容。“信息项”是栏目；“内容”是该栏目的各项；可填多条的栏目列在“记录”中，一条一组；每项的“项目”是名称，“内容”是填写的值。
申报材料：材料名称和它在包内的文件。
流转日志：按先后记录办理的时间、事项、机构、办理人和意见；“已回退”为“是”的，该步骤后来被回退。
身份证号、手机号码只保留首尾几位，其他加密保存的内容以“＊＊＊”代替。空白表示没有填写，null 表示没有这一项。

三、manifest.json
label：内容。madeAt：打包时间（世界协调时，北京时间减 8 小时）。algorithm：摘要算法。files：文件清单，其中 path 为位置，sha256 为摘要，size 为字节数。

四、核对文件是否被改动
Linux、macOS：在解压后的文件夹中执行 sha256sum -c sha256sums.txt（macOS 为 shasum -a 256 -c sha256sums.txt），全部显示 OK 即未被改动。
Windows：执行 certutil -hashfile 文件名 SHA256，与 sha256sums.txt 中同一行的摘要比较。
证书和评审表是带电子签名的 PDF，用支持签名的阅读器打开可以看到签名是否有效。
归档包本身的摘要登记在系统的“归档打包”页面。

本包含有个人信息，请按档案管理规定保管。
`
