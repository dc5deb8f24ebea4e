/**
 * Where a deployment serves the browser build, e.g. https://example.com/h5/: said when the app is built, by TARO_APP_WEB_ADDRESS. The mini-program
 * cannot know it by itself; '' where nobody said so, and then it sends cards only. A browser's own pages know their address and need none.
 */
export const WEB_ADDRESS: string = process.env.TARO_APP_WEB_ADDRESS ?? ''
