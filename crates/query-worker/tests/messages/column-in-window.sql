-- class: SYN-2 undefined database object: misspellings
-- fault: plased_at
-- fixed: select sum(amount) over (order by placed_at) from orders
select sum(amount) over (order by plased_at) from orders
