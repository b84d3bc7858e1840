"""Pages of a round: its board, letters, replies, forms and exemptions.

A `new` round has a `board`, with `next_steps` of its requests, and its plan as a line (`plan_line`,
`plan_check`). `letters` and `return_forms` go out; `replies` come in, each a `reply` with
`reply_marks` in its words, filed by its `reply_form`. `exemptions` are those of one request,
`request_forms` the form on its page.
"""
