-- class: SYN-2 undefined database object: undefined column
-- fault: doubled
-- fixed: select amount * 2 as doubled from orders where amount * 2 > 10
select amount * 2 as doubled
from orders
where doubled > 10
