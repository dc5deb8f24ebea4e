import { Text } from '@tarojs/components'
import { Page } from '../../../components/Page/Page'

export default function Placeholder() {
  return <Page><Text>售后单</Text></Page>
}
