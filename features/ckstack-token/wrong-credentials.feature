@ckstack-token
Feature: Refusing wrong credentials
  A caller who cannot prove who they are receives no token.

  Background:
    Given Sora is a user

  Rule: A wrong password is refused

    @must @CK-12
    Scenario Outline: A login <login>
      When Sora sends a login <login>
      Then the login is refused
      And no token is issued

      Examples: close to the right password and far from it
        | login                                                              |
        | with a completely different password                               |
        | with the right password minus its last character                   |
        | with the right password minus its first character                  |
        | with the right password plus one more character                    |
        | with a wrong password that starts with the same 8 characters       |
        | with the right password in upper case                              |
        | with the right password in lower case                              |
        | with the right password, the case of its first letter swapped      |
        | with a leading space before the right password                     |
        | with a trailing space after the right password                     |
        | with the password of another user                                  |
        | with the right digest, characters near its end changed             |
        | with the right digest, its last bit flipped                        |
        | with the digest of the right password, its last character replaced |
        | with a digest that ends with an emoji and a backslash              |

  Rule: An unknown user is refused

    @must @CK-13
    Scenario Outline: A login <login>
      When Sora sends a login <login>
      Then the login is refused
      And no token is issued

      Examples: users that do not exist
        | login                                          |
        | as a user who does not exist                   |
        | with a +tag added to a known user id           |
        | with extra text appended to a known user id    |
        | with a known user id, one letter replaced by _ |
        | as a user whose id contains an emoji           |
        | as a user whose id ends with a backslash       |
        | as a user whose id is 300 characters long      |
        | as a user whose id is 4000 characters long     |

  Rule: A password is compared by its digest, as it is

    @must @CK-12
    Scenario Outline: A login <login>
      When one of the users sends a login <login>
      Then no token is issued

      Examples: passwords that a careless comparison takes for the right one
        | login                                                                                    |
        | with a password that is right once letter case is ignored                                |
        | with a password that is right once white space round it is removed                       |
        | with a password that is right once white space inside it is removed                      |
        | with a password that is right once runs of white space are made one                      |
        | with a password that is right once control characters are removed                        |
        | with a password that is right once it is cut at a NUL                                    |
        | with a password that is right once characters that are not visible are removed           |
        | with a password that is right once compatibility forms are folded                        |
        | with a password that is right once accents are removed                                   |
        | with a password that is right once letters that look alike are folded                    |
        | with a password that is right once percent escapes are decoded                           |
        | with a password that is right once HTML entities are decoded                             |
        | with a password that is right once JSON escapes are decoded                              |
        | with a password that is right once base64 is decoded                                     |
        | with a password that is right once hexadecimal is decoded                                |
        | with a password that is right once quoted-printable is decoded                           |
        | with a password that is right once _ stands for any character                            |
        | with a password that is right once % stands for any text                                 |
        | with a password that is right once * stands for any text                                 |
        | with a password that is right once ? stands for any character                            |
        | with a password that is right once it is read as a regular expression                    |
        | with a password that is right once letters outside a character set become question marks |
        | with a password that is right once the stored digest is taken for it                     |
        | with a password that is right once its last character is dropped                         |
        | with a password that is right once only its beginning is compared                        |
        | with a password that is right once only its end is compared                              |
        | with a password that is right once it has to contain the right one only                  |
        | with a password that is right once it is cut after 8 characters                          |
        | with a password that is right once it is cut after 16 characters                         |
        | with a password that is right once it is cut after 32 characters                         |
        | with a password that is right once it is cut after 64 characters                         |
        | with a password that is right once it is compared as a number                            |
        | with a password that is right once it is compared as a date                              |
        | with a password that is right once the order of its characters is ignored                |
        | with a password that is right once it is a list of which one has to match                |

    @must @CK-12
    Scenario Outline: A login <login>
      When one of the users sends a login <login>
      Then no token is issued

      Examples: digests that a careless comparison takes for the right one
        | login                                                                        |
        | with a digest that is right once white space inside it is removed            |
        | with a digest that is right once control characters are removed              |
        | with a digest that is right once it is cut at a NUL                          |
        | with a digest that is right once characters that are not visible are removed |
        | with a digest that is right once compatibility forms are folded              |
        | with a digest that is right once accents are removed                         |
        | with a digest that is right once letters that look alike are folded          |
        | with a digest that is right once percent escapes are decoded                 |
        | with a digest that is right once HTML entities are decoded                   |
        | with a digest that is right once JSON escapes are decoded                    |
        | with a digest that is right once base64 is decoded                           |
        | with a digest that is right once hexadecimal is decoded                      |
        | with a digest that is right once quoted-printable is decoded                 |
        | with a digest that is right once _ stands for any character                  |
        | with a digest that is right once % stands for any text                       |
        | with a digest that is right once * stands for any text                       |
        | with a digest that is right once ? stands for any character                  |
        | with a digest that is right once it is read as a regular expression          |
        | with a digest that is right once the stored digest is taken for it           |
        | with a digest that is right once its last character is dropped               |
        | with a digest that is right once only its beginning is compared              |
        | with a digest that is right once only its end is compared                    |
        | with a digest that is right once it has to contain the right one only        |
        | with a digest that is right once it is cut after 8 characters                |
        | with a digest that is right once it is cut after 16 characters               |
        | with a digest that is right once it is cut after 32 characters               |
        | with a digest that is right once it is cut after 64 characters               |
        | with a digest that is right once the order of its characters is ignored      |
        | with a digest that is right once it is a list of which one has to match      |
        | with the first half of the right digest                                      |
        | with the right digest, its second half replaced                              |
        | with the right digest, its first half replaced                               |
        | with the right digest reversed                                               |
        | with the digest of an empty text                                             |
        | with the digest of the own user id                                           |
        | with the digest of the right digest                                          |
        | with the MD5 of the right password                                           |
        | with the SHA-1 of the right password                                         |
        | with the SHA-512 of the right password                                       |

  Rule: A user id is compared as it is

    @must @CK-13
    Scenario Outline: A login <login>
      When one of the users sends a login <login>
      Then no token is issued

      Examples: user ids that a careless comparison takes for a known one
        | login                                                                                   |
        | with a user id that is known once it is cut at a NUL                                    |
        | with a user id that is known once a tag before the @ is removed                         |
        | with a user id that is known once percent escapes are decoded                           |
        | with a user id that is known once HTML entities are decoded                             |
        | with a user id that is known once JSON escapes are decoded                              |
        | with a user id that is known once base64 is decoded                                     |
        | with a user id that is known once hexadecimal is decoded                                |
        | with a user id that is known once quoted-printable is decoded                           |
        | with a user id that is known once _ stands for any character                            |
        | with a user id that is known once % stands for any text                                 |
        | with a user id that is known once * stands for any text                                 |
        | with a user id that is known once ? stands for any character                            |
        | with a user id that is known once it is read as a regular expression                    |
        | with a user id that is known once letters outside a character set become question marks |
        | with a user id that is known once its last character is dropped                         |
        | with a user id that is known once only its beginning is compared                        |
        | with a user id that is known once only its end is compared                              |
        | with a user id that is known once it has to contain the right one only                  |
        | with a user id that is known once it is cut after 8 characters                          |
        | with a user id that is known once it is cut after 16 characters                         |
        | with a user id that is known once it is cut after 32 characters                         |
        | with a user id that is known once it is cut after 64 characters                         |
        | with a user id that is known once it is compared as a number                            |
        | with a user id that is known once it is compared as a date                              |
        | with a user id that is known once the order of its characters is ignored                |
        | with a user id that is known once it is a list of which one has to match                |

    @should @CK-13
    Scenario Outline: A login <login>
      When one of the users sends a login <login>
      Then no token is issued

      Examples: user ids that collations and mail systems take for a known one
        | login                                                                         |
        | with a user id that is known once white space inside it is removed            |
        | with a user id that is known once runs of white space are made one            |
        | with a user id that is known once control characters are removed              |
        | with a user id that is known once characters that are not visible are removed |
        | with a user id that is known once compatibility forms are folded              |
        | with a user id that is known once accents are removed                         |
        | with a user id that is known once letters that look alike are folded          |
        | with a user id that is known once dots before the @ are removed               |
        | with a user id that is known once comments are removed                        |
        | with a user id that is known once quotes are removed                          |
        | with a user id that is known once angle brackets are removed                  |
        | with a user id that is known once a display name is removed                   |
        | with a user id that is known once it is cut after 72 characters               |
        | with a user id that is known once it is cut after 255 characters              |

  Rule: A refusal does not reveal which users exist

    @should @CK-14
    Scenario: A wrong password looks like an unknown user
      When Sora tries a login with a completely different password, then one as a user who does not exist
      Then the two answers look the same

  Rule: The password is accepted as its SHA-256 digest only

    @must @CK-15
    Scenario: The plain password is sent
      When every user sends a login with the plain password instead of its SHA-256 digest
      Then each of the logins is refused

  Rule: Passwords and user ids may be in any language

    @must @CK-32 @since-2026-12
    Scenario Outline: A login <login>
      When Sora sends a login <login>
      Then the login is refused
      And no token is issued

      Examples: wrong passwords in the languages in question
        | login                                                         |
        | with a wrong password in Hangul                               |
        | with a wrong password in Hangul of single letters             |
        | with a wrong password in hiragana                             |
        | with a wrong password in katakana with separate voicing marks |
        | with a wrong password in kanji                                |
        | with a wrong password in kanji outside the basic plane        |
        | with a wrong password in composed Latin letters               |
        | with a wrong password in decomposed Latin letters             |

      Examples: user ids in the languages in question
        | login                                                                        |
        | as a user with an id in Hangul that nobody has                               |
        | as a user with an id in Hangul of single letters that nobody has             |
        | as a user with an id in hiragana that nobody has                             |
        | as a user with an id in katakana with separate voicing marks that nobody has |
        | as a user with an id in kanji that nobody has                                |
        | as a user with an id in kanji outside the basic plane that nobody has        |
        | as a user with an id in composed Latin letters that nobody has               |
        | as a user with an id in decomposed Latin letters that nobody has             |
