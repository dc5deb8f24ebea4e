export default definePageConfig({ navigationBarTitleText: '先别吃、先别用' })
