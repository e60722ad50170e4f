/** The page on which lines become questions; the bodies are those of docs/openapi.yaml. */
declare namespace PastedLines {
  interface Data {
    base: string;
    lang: string;
    texts: TextSection;
    limits: { items: number; options: number };
  }
}
