-- class: COM complication: unnecessary complication
-- fault: if
-- fixed: select if(amount > 10, 'large', 'small') from orders
select if(amount > 10, 'large') from orders
