/** A style sheet as text, for a shadow root. */
declare module '*.css?inline' {
  const css: string;
  export default css;
}
/** A style sheet that the bundler puts beside a page. */
declare module '*.css';

/** A style sheet of an extension page, put beside its script by the build. */
declare module '*.css';
