export default definePageConfig({ navigationBarTitleText: '时间看板' })
