-- class: SYN-3 data type mismatch: data type mismatch
-- fault: ->
-- fixed: select u.name from users u
select amount -> 'x' from orders
