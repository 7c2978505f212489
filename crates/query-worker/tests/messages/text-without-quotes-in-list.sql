-- class: SYN-2 undefined database object: omitting quotes around character data
-- fault: paid
-- fixed: select order_id from orders where status in ('paid', 'open')
select order_id from orders where status in (paid, open)
