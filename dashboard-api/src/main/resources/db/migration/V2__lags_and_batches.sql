-- Operations say within what time they must be followed and in what batches they hand on. What was stored before has neither.
update order_operation
set content = replace(content, '"form":{', '"maxLag":null,"transferBatch":0,"form":{')
where content not like '%"transferBatch":%';
