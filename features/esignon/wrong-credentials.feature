@esignon-startsimple @esignon-login
Feature: Refusing wrong credentials
  A caller who cannot prove who they are receives no token.

  Background:
    Given Mina is a user of the company

  Rule: A wrong password yields result code 10

    @must @ES-09
    Scenario Outline: A login <login>
      When Mina sends a login <login>
      Then the login is refused with result code "10"
      And no token is issued

      Examples: close to the right password and far from it
        | login                                                         |
        | with a completely different password                          |
        | with the right password minus its last character              |
        | with the right password minus its first character             |
        | with the right password plus one more character               |
        | with a wrong password that starts with the same 8 characters  |
        | with the right password in upper case                         |
        | with the right password in lower case                         |
        | with the right password, the case of its first letter swapped |
        | with a leading space before the right password                |
        | with a trailing space after the right password                |
        | with the password of another user                             |
        | with the right password, its last character replaced          |

  Rule: Line breaks and tabs count as part of a password

    @must @ES-09
    Scenario Outline: A login <login>
      When Mina sends a login <login>
      Then no token is issued

      Examples: white space that line-based readers drop
        | login                                     |
        | with a line feed after the right password |
        | with a tab before the right password      |

  Rule: An unknown e-mail yields result code 10

    @must @ES-10
    Scenario Outline: A login <login>
      When Mina sends a login <login>
      Then the login is refused with result code "10"
      And no token is issued

      Examples: e-mails without an account
        | login                                         |
        | with an e-mail that nobody has                |
        | with extra text appended to a known e-mail    |
        | with a +tag added to a known e-mail           |
        | with a known e-mail at another subdomain      |
        | with extra text in front of a known e-mail    |
        | with a known e-mail, one letter replaced by _ |

  Rule: A password is compared as it is, character by character

    @must @ES-09
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

    @must @ES-09
    Scenario Outline: A login <login>
      When Mina sends a login <login>
      Then no token is issued

      Examples: passwords that nobody chose
        | login                                         |
        | with the own e-mail as password               |
        | with the own name as password                 |
        | with the own company as password              |
        | with the SHA-256 of an empty text as password |

    @should @ES-09
    Scenario Outline: A login <login>
      When one of the users sends a login <login>
      Then no token is issued

      Examples: long passwords that many hash functions cut
        | login                                                             |
        | with a password that is right once it is cut after 72 characters  |
        | with a password that is right once it is cut after 255 characters |

  Rule: An e-mail is compared as it is

    @must @ES-10
    Scenario Outline: A login <login>
      When one of the users sends a login <login>
      Then no token is issued

      Examples: e-mails that a careless comparison takes for a known one
        | login                                                                                   |
        | with an e-mail that is known once it is cut at a NUL                                    |
        | with an e-mail that is known once a tag before the @ is removed                         |
        | with an e-mail that is known once percent escapes are decoded                           |
        | with an e-mail that is known once HTML entities are decoded                             |
        | with an e-mail that is known once JSON escapes are decoded                              |
        | with an e-mail that is known once base64 is decoded                                     |
        | with an e-mail that is known once hexadecimal is decoded                                |
        | with an e-mail that is known once quoted-printable is decoded                           |
        | with an e-mail that is known once _ stands for any character                            |
        | with an e-mail that is known once % stands for any text                                 |
        | with an e-mail that is known once * stands for any text                                 |
        | with an e-mail that is known once ? stands for any character                            |
        | with an e-mail that is known once it is read as a regular expression                    |
        | with an e-mail that is known once letters outside a character set become question marks |
        | with an e-mail that is known once its last character is dropped                         |
        | with an e-mail that is known once only its beginning is compared                        |
        | with an e-mail that is known once only its end is compared                              |
        | with an e-mail that is known once it has to contain the right one only                  |
        | with an e-mail that is known once it is cut after 8 characters                          |
        | with an e-mail that is known once it is cut after 16 characters                         |
        | with an e-mail that is known once it is cut after 32 characters                         |
        | with an e-mail that is known once it is cut after 64 characters                         |
        | with an e-mail that is known once it is compared as a number                            |
        | with an e-mail that is known once it is compared as a date                              |
        | with an e-mail that is known once the order of its characters is ignored                |
        | with an e-mail that is known once it is a list of which one has to match                |

    @should @ES-10
    Scenario Outline: A login <login>
      When one of the users sends a login <login>
      Then no token is issued

      Examples: e-mails that collations and mail systems take for a known one
        | login                                                                         |
        | with an e-mail that is known once white space inside it is removed            |
        | with an e-mail that is known once runs of white space are made one            |
        | with an e-mail that is known once control characters are removed              |
        | with an e-mail that is known once characters that are not visible are removed |
        | with an e-mail that is known once compatibility forms are folded              |
        | with an e-mail that is known once accents are removed                         |
        | with an e-mail that is known once letters that look alike are folded          |
        | with an e-mail that is known once dots before the @ are removed               |
        | with an e-mail that is known once comments are removed                        |
        | with an e-mail that is known once quotes are removed                          |
        | with an e-mail that is known once angle brackets are removed                  |
        | with an e-mail that is known once a display name is removed                   |
        | with an e-mail that is known once it is cut after 72 characters               |
        | with an e-mail that is known once it is cut after 255 characters              |

  Rule: A refusal does not reveal which e-mails have an account

    @should @ES-11
    Scenario: A wrong password looks like an unknown e-mail
      When Mina tries a login with a completely different password, then one with an e-mail that nobody has
      Then the two answers look the same

  Rule: Passwords and e-mails may be in any language

    @must @ES-32 @since-2026-12
    Scenario Outline: A login <login>
      When Mina sends a login <login>
      Then the login is refused with result code "10"
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

    @must @ES-32 @since-2026-12
    Scenario Outline: A login <login>
      When Mina sends a login <login>
      Then the login is refused with result code "10", "12", "95" or "99"
      And no token is issued

      Examples: e-mails in the languages in question
        | login                                                                  |
        | with an e-mail in Hangul that nobody has                               |
        | with an e-mail in Hangul of single letters that nobody has             |
        | with an e-mail in hiragana that nobody has                             |
        | with an e-mail in katakana with separate voicing marks that nobody has |
        | with an e-mail in kanji that nobody has                                |
        | with an e-mail in kanji outside the basic plane that nobody has        |
        | with an e-mail in composed Latin letters that nobody has               |
        | with an e-mail in decomposed Latin letters that nobody has             |
