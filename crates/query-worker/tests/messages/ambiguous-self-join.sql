-- class: SYN-1 ambiguous database object: omitting correlation names
-- fault: name
-- fixed: select a.name from users a join users b on a.country = b.country where a.user_id < b.user_id
select name from users a join users b on a.country = b.country where a.user_id < b.user_id
