// Descriptions of controls are plain text; reaching this means that one asked for HTML.
export default function sanitize() {
  throw new Error("HTML in widget descriptions is switched off in this book");
}
