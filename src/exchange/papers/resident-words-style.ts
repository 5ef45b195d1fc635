/** How the document for approval looks on a screen and on A4: black on white, rows never cut, heads on every page. */
export const RESIDENT_WORDS_STYLE = `
@page{size:A4;margin:19mm 13mm 16mm;font:7.5pt "Noto Sans CJK JP","Noto Sans JP","BIZ UDPGothic",sans-serif;color:#333}
:root{color:#1a1a1a;background:#fff;font:100%/1.7 "Noto Sans CJK JP","Noto Sans JP","BIZ UDPGothic",sans-serif}
body{max-width:64rem;margin:0 auto;padding:1rem}
[lang="zh-Hans"]{font-family:"Noto Sans CJK SC","Noto Sans SC","Microsoft YaHei",sans-serif}
[lang="ko"]{font-family:"Noto Sans CJK KR","Noto Sans KR","Malgun Gothic",sans-serif}
h1{font-size:1.5em;line-height:1.4;margin:.2em 0 1em}
h2{font-size:1.25em;border-bottom:2px solid #1a1a1a;padding-bottom:.2em}
h3{font-size:1.08em;margin:1.6em 0 0}
.programme,.state{margin:0}
.state{font-size:.85em;margin-bottom:.4em}
.sample{border:1px solid #8a1f11;color:#8a1f11;padding:0 .4em;font-weight:600}
dl div{display:flex;border-bottom:1px solid #767676}
dt{flex:0 0 9em;font-weight:600}
dd{margin:0;overflow-wrap:anywhere}
nav ol{columns:2;margin:.2em 0 .6em}
nav li{break-inside:avoid}
a{color:#0017c1}
table{width:100%;border-collapse:collapse;table-layout:fixed}
th,td{border:1px solid #767676;padding:.3em .5em;text-align:left;vertical-align:top;overflow-wrap:anywhere}
thead th{background:#eee}
thead th:first-child{width:24%}
th[scope=row]{font-weight:400}
code{font:.82em ui-monospace,"Noto Sans Mono",monospace}
td p{margin:0}
.about{display:block;font-size:.75em;line-height:1.45;color:#404040}
.place{background:#eee;border-radius:.2em;padding:0 .15em}
ruby{ruby-position:over}
rt{font-size:.55em}
.sign th{width:24%}
.sign tr{height:3.2em}
.sign .tall{height:22em}
@media (prefers-color-scheme:dark) and (not print){:root{color:#eee;background:#111}thead th,.place{background:#333}.about{color:#ccc}a{color:#9db7f9}h2{border-color:#eee}.sample{color:#ffbbb1;border-color:#ffbbb1}}
@media print{:root{font-size:9.2pt;line-height:1.55}body{padding:0;max-width:none}.part{break-before:page}h2,h3,.state{break-after:avoid}tr{break-inside:avoid}thead{display:table-header-group}a{color:inherit;text-decoration:none}}
`;
