select * from users pivot (count(user_id) for country in ('US'))
