export default definePageConfig({ navigationBarTitleText: '我家的订单' })
