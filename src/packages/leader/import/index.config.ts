export default definePageConfig({ navigationBarTitleText: '导入订单' })
