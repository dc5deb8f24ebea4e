export default definePageConfig({ navigationBarTitleText: '全部零件' })
