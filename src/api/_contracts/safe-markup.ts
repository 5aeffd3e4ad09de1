/** `<` that does not open or close one of a few tags without attributes. */
const otherMarkup = /<(?!\/?(?:b|i|u|em|strong|p|br|ul|ol|li)\s*\/?>)/gi

/**
 * A text that sellers write and storefronts print as HTML: a few tags without
 * attributes stay, everything else can only be read.
 *
 * @example safeMarkup("<b>Hi</b><script>") // "<b>Hi</b>&lt;script>"
 */
export function safeMarkup(text: string): string {
  return text.replace(otherMarkup, "&lt;")
}
