'use server'
import { amendView } from '@/lib/domain/kept-view/amend-view'
import { forgetView } from '@/lib/domain/kept-view/forget-view'
import { keepView } from '@/lib/domain/kept-view/keep-view'
import { actAs } from '@/lib/http/act-as'

export const keep = async (input: Parameters<typeof keepView>[1]) => actAs((actor) => keepView(actor, input))

export const amend = async (input: Parameters<typeof amendView>[1]) => actAs((actor) => amendView(actor, input))

export const forget = async (input: Parameters<typeof forgetView>[1]) => actAs((actor) => forgetView(actor, input))
