-- class: SYN-2 undefined database object: undefined object
-- fault: invoices
-- fixed: select * from orders
select * from invoices
