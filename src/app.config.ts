const weapp = process.env.TARO_ENV === 'weapp'

/** Pages: what a resident needs is in the main package, other roles load theirs when they come. The gallery is for who works on the look. */
export default defineAppConfig({
  pages: ['pages/home/index', 'pages/bind/index', 'pages/file/index', 'pages/case/index', 'pages/messages/index', 'pages/messageSettings/index', 'pages/ask/index', 'pages/households/index', 'pages/progress/index', 'pages/warning/index', 'pages/criteria/index', ...(weapp ? [] : ['pages/gallery/index'])],
  subPackages: [
    { root: 'packages/leader', pages: ['inbox/index', 'board/index', 'case/index', 'incident/index', 'groupBuys/index', 'refunds/index', 'arrival/index', 'import/index', 'open/index', 'bundle/index', 'supplier/index', 'community/index', 'join/index', 'gathered/index', 'behalf/index', 'chat/index', 'untold/index', 'progress/index', 'warning/index', 'routes/index', 'clocks/index', 'replies/index', 'criteria/index'] },
    { root: 'packages/supplier', pages: ['cases/index', 'bundle/index', 'case/index', 'join/index', 'people/index'] },
    { root: 'packages/operator', pages: ['desk/index', 'board/index', 'case/index', 'team/index', 'join/index', 'behalf/index'] },
    { root: 'packages/channels', pages: ['index'] },
  ],
  // Colours of the bar come from theme.json in WeChat; a browser has no such file.
  ...(weapp ? { darkmode: true, themeLocation: 'theme.json' } : {}),
  window: {
    navigationBarTitleText: '团后',
    navigationBarBackgroundColor: weapp ? '@bar' : '#f5f2ed',
    navigationBarTextStyle: (weapp ? '@barText' : 'black') as 'black',
    backgroundColor: weapp ? '@ground' : '#f5f2ed',
    backgroundTextStyle: (weapp ? '@pull' : 'dark') as 'dark',
    navigationStyle: 'default',
  },
  // A browser's pages slide; motion stays under 200 ms.
  ...(weapp ? {} : { animation: { duration: 160, delay: 20 } }),
  ...(weapp ? { cloud: true, lazyCodeLoading: 'requiredComponents' } : {}),
})
