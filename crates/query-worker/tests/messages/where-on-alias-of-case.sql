-- class: SYN-2 undefined database object: undefined column
-- fault: size
-- fixed: select case when amount > 10 then 'large' end as size from orders where amount > 10
select case when amount > 10 then 'large' end as size from orders where size = 'large'
