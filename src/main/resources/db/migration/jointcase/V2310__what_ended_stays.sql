-- What V2301 says of this policy holds for exhibits that go on; one that had ended before the case was taken over keeps its unit and stays shown.
comment on policy shared on jointcase.good is
    'Through a room alone, by the unit that answered for the case while the exhibit went on; what had ended when another unit took the case over stays as it was left.';
