import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { RoutesPage } from '../../../../../domain/contract/calls'
import type { RuleWarning } from '../../../../../domain/route/checkRules'
import { ruleWords } from '../../../../../domain/route/ruleWords'
import { Button } from '../../../../components/Button/Button'
import { Card } from '../../../../components/Card/Card'
import { namesOf } from './namesOf'
import type { Rule } from './ruleDraft'
import './RuleList.scss'

interface RuleListProps {
  page: RoutesPage
  rules: readonly Rule[]
  warnings: readonly RuleWarning[]
  onChange: (rule: Rule) => void
  onForward: (at: number) => void
  onAdd: () => void
}

/** The community's own rules in the order in which they are asked, each as it was called and as it is. */
export function RuleList({ page, rules, warnings, onChange, onForward, onAdd }: RuleListProps): ReactNode {
  return (
    <Card title='我们小区的规则'>
      <View className='soft'>从上往下看，先对上哪条就按哪条。只管以后报上来的。</View>
      {rules.length === 0 && <View className='rule-list__one'>还没有，都按下面平常的来。</View>}
      {rules.map((rule, i) => (
        <View className='rule-list__one' key={rule.id}>
          <View className='rule-list__words'>{i + 1}. {rule.words}</View>
          {ruleWords(rule, namesOf(page)) !== rule.words && <View className='soft small'>{ruleWords(rule, namesOf(page))}</View>}
          {warnings.filter(w => w.id === rule.id).map(w => <View className='amber small' key={w.code}>! {w.message}</View>)}
          {page.mayEdit && (
            <View className='rule-list__acts'>
              <Button narrow kind='quiet' label='改' spokenLabel={`改${rule.words}`} onTap={() => onChange(rule)} />
              {i > 0 && <Button narrow kind='quiet' label='往前挪' spokenLabel={`把${rule.words}往前挪`} onTap={() => onForward(i)} />}
            </View>
          )}
        </View>
      ))}
      {page.mayEdit ? <Button label='加一条规则' onTap={onAdd} /> : <View className='soft'>改规则请找团长。</View>}
    </Card>
  )
}
