/** An image as a data address: samples have no package to fetch it from. */
declare module '*.png?inline' {
  const address: string;
  export default address;
}
