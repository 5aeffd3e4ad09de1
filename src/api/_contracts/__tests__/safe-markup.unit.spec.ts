import { safeMarkup } from "../safe-markup"

it.each([
  ["Screws & bolts < 5 mm", "Screws & bolts &lt; 5 mm"],
  ["<p>One<br/>two</p><UL><li>x</li></UL>", null],
  ["<script>alert(1)</script>", "&lt;script>alert(1)&lt;/script>"],
  ["<img src=x onerror=alert(1)>", "&lt;img src=x onerror=alert(1)>"],
  ["<b onclick=alert(1)>x</b>", "&lt;b onclick=alert(1)>x</b>"],
  ["<b\n\tonclick=alert(1)>", "&lt;b\n\tonclick=alert(1)>"],
  ["<b<script>", "&lt;b&lt;script>"],
  ["<p/onclick=alert(1)>", "&lt;p/onclick=alert(1)>"],
  ["<!-- <svg> --><![CDATA[x]]>", "&lt;!-- &lt;svg> -->&lt;![CDATA[x]]>"],
])("leaves nothing in %j that a browser runs", (text, shown) => {
  expect(safeMarkup(text)).toBe(shown ?? text)
})
