-- class: LOG-3 nesting error: improper nesting of expressions
-- fault: doubled
-- fixed: select amount * 2 as doubled, amount * 2 + 1 from orders
select amount * 2 as doubled, doubled + 1 from orders
