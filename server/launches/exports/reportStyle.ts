/** The look of the HTML report: a column to read, figures that stand under each other, and a page that prints. */
export const reportStyle = `
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--ink1);font:16px/1.5 "Inter",system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;font-variant-numeric:tabular-nums}
article{max-width:960px;margin:0 auto;padding:48px 24px 64px}
h1{font-size:44px;line-height:1.05;letter-spacing:-.02em;margin:4px 0 20px}
h2{font-size:22px;letter-spacing:-.01em;margin:0 0 4px}
h3{font-size:16px;margin:2px 0}
p{margin:4px 0}
section{border-top:1px solid var(--hairlineStrong);padding:20px 0 12px;margin-top:28px}
.kicker{color:var(--ink2);font-size:14px}.kicker b{color:var(--brand)}
.headline{font-size:26px;line-height:1.25;letter-spacing:-.01em;font-weight:600;margin:0 0 8px}
.lead{color:var(--ink2);max-width:70ch}
.demo{border:1px solid var(--hairlineStrong);padding:8px 12px;margin:16px 0 0}
.grey{color:var(--ink3)}.good{color:var(--positive)}.bad{color:var(--negative)}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(200px,1fr));gap:24px;margin:28px 0 0}
.figures dt{color:var(--ink2);font-size:14px}
.figures dd{margin:0;font-size:48px;line-height:1.1;letter-spacing:-.03em;font-weight:560}
.figures .grey dd{color:var(--ink2)}
.figures small{display:block;font-size:13px;letter-spacing:0;font-weight:400;color:var(--ink3);line-height:1.4;margin-top:4px}
figure{margin:14px 0 4px}figcaption{font-size:13px;color:var(--ink3);margin-bottom:4px}
svg{display:block;width:100%;height:auto;overflow:visible;font-size:13px}
svg text{fill:var(--ink3)}svg .strong{fill:var(--ink1);font-weight:600}svg text.name{fill:var(--ink2)}svg text.name.launch{fill:var(--brand);font-weight:600}
.grid{stroke:var(--hairline)}.axis{stroke:var(--hairlineStrong)}.t0{stroke:var(--ink2);stroke-dasharray:2 3}
.line{fill:none;stroke:var(--ink3);stroke-width:1.2;stroke-linejoin:round}.line.launch{stroke:var(--brand);stroke-width:2.4}.line.median{stroke:var(--ink2);stroke-width:1.6}
.end{fill:var(--brand)}.band{fill:var(--neutral);opacity:.18}
rect.positive{fill:var(--positive)}rect.negative{fill:var(--negative)}rect.neutral{fill:var(--neutral);opacity:.55}
.spread{stroke:var(--ink1);stroke-width:1.4}
.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:15px;margin-top:12px}
th{text-align:left;font-weight:500}thead th{color:var(--ink3);font-size:13px}
td,th{padding:6px 16px 6px 0;border-bottom:1px solid var(--hairline);vertical-align:top}
.n{text-align:right;white-space:nowrap}
ol,ul{padding:0;margin:12px 0;list-style:none}
.happenings li{border-bottom:1px solid var(--hairline);padding:12px 0;break-inside:avoid}
.when{font-size:14px;color:var(--ink3)}.when b{color:var(--ink1)}
.messages{display:grid;grid-template-columns:repeat(auto-fit,minmax(320px,1fr));gap:20px 40px}
.messages li{break-inside:avoid}
blockquote{margin:0 0 6px;font-size:18px;line-height:1.4;overflow-wrap:anywhere}
.messages .grey{font-size:13px}
.notes{color:var(--ink3);font-size:14px;max-width:75ch}.told{max-width:75ch}
.method ul{list-style:disc;padding-left:20px;color:var(--ink2);font-size:15px}
.facts{display:grid;grid-template-columns:max-content 1fr;gap:4px 20px;font-size:15px;margin:12px 0}
.facts dt{color:var(--ink3)}.facts dd{margin:0;overflow-wrap:anywhere}
a{color:var(--positive)}.address{overflow-wrap:anywhere;font-size:13px}
footer{margin-top:36px;padding-top:12px;border-top:1px solid var(--hairlineStrong);font-size:13px;color:var(--ink3);overflow-wrap:anywhere}
@media (max-width:600px){h1{font-size:32px}.headline{font-size:20px}article{padding:24px 16px}.messages{grid-template-columns:1fr}figure{overflow-x:auto}figure svg{min-width:560px}}
@page{margin:16mm}
@media print{article{max-width:none;padding:0}section,figure,table{break-inside:avoid}section.method,.happenings{break-inside:auto}h2{break-after:avoid}body{font-size:11pt}}
`.trim();
