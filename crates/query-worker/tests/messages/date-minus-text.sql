-- class: SYN-3 data type mismatch: data type mismatch
-- fault: signed_up
-- fixed: select signed_up - date '2024-01-01' from users
select signed_up - 'yesterday' from users
