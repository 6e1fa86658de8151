Feature: Checking the company and the client
  A login is valid for one company only.

  Background:
    Given Mina is a user of the company

  Rule: A company that does not exist is refused

    @must @ES-29
    Scenario Outline: A login <login>
      When Mina sends a login <login>
      Then the login is refused with result code <codes>
      And no token is issued

      @esignon-startsimple
      Examples: companies that do not exist, for startsimple
        | login                                            | codes        |
        | to a company that does not exist                 | "10" or "99" |
        | with extra text appended to a known company name | "10" or "99" |
        | with a known company name minus its last letter  | "10" or "99" |

      @esignon-login
      Examples: companies that do not exist, for login
        | login                                            | codes              |
        | to a company that does not exist                 | "10", "99" or "95" |
        | with extra text appended to a known company name | "10", "99" or "95" |
        | with a known company name minus its last letter  | "10", "99" or "95" |

  @esignon-startsimple @esignon-login
  Rule: Text that is not a company name gets no token

    @must @ES-29
    Scenario Outline: A login <login>
      When Mina sends a login <login>
      Then no token is issued

      Examples: text that a provider need not accept as a name
        | login                                       |
        | to a company named %                        |
        | to a company named ' OR '1'='1              |
        | to a company whose name is 300 letters long |
        | to a company whose name is Korean           |

  @esignon-startsimple @esignon-login
  Rule: A company name is compared as it is

    @must @ES-29
    Scenario Outline: A login <login>
      When one of the users sends a login <login>
      Then no token is issued

      Examples: names that a careless comparison takes for a known one
        | login                                                                                       |
        | to a company whose name is known once it is cut at a NUL                                    |
        | to a company whose name is known once percent escapes are decoded                           |
        | to a company whose name is known once HTML entities are decoded                             |
        | to a company whose name is known once JSON escapes are decoded                              |
        | to a company whose name is known once base64 is decoded                                     |
        | to a company whose name is known once hexadecimal is decoded                                |
        | to a company whose name is known once quoted-printable is decoded                           |
        | to a company whose name is known once _ stands for any character                            |
        | to a company whose name is known once % stands for any text                                 |
        | to a company whose name is known once * stands for any text                                 |
        | to a company whose name is known once ? stands for any character                            |
        | to a company whose name is known once it is read as a regular expression                    |
        | to a company whose name is known once letters outside a character set become question marks |
        | to a company whose name is known once its last character is dropped                         |
        | to a company whose name is known once only its beginning is compared                        |
        | to a company whose name is known once only its end is compared                              |
        | to a company whose name is known once it has to contain the right one only                  |
        | to a company whose name is known once it is cut after 8 characters                          |
        | to a company whose name is known once it is cut after 16 characters                         |
        | to a company whose name is known once it is cut after 32 characters                         |
        | to a company whose name is known once it is cut after 64 characters                         |
        | to a company whose name is known once it is compared as a number                            |
        | to a company whose name is known once it is compared as a date                              |
        | to a company whose name is known once the order of its characters is ignored                |
        | to a company whose name is known once it is a list of which one has to match                |

  @esignon-login
  Rule: The company in the path counts, whatever the body says

    @must @ES-05
    Scenario: The body names another company, as a body sent to the other endpoint does
      When Mina sends a login with another company in its body
      Then the login is accepted, or refused with result code "10", "12", "95" or "99"

  @esignon-startsimple
  Rule: The body names the same company as the path

    @should @SS-03
    Scenario Outline: A login <login>
      When Mina sends a login <login>
      Then no token is issued

      Examples: contradictions
        | login                                              |
        | whose body names a different company than the path |
        | whose body names the company with an extra letter  |
        | whose body names another existing company          |
        | whose path names a different company than the body |

  @esignon-startsimple
  Rule: Only known clients get a token

    @should @SS-04
    Scenario Outline: A login <login>
      When Mina sends a login <login>
      Then no token is issued

      Examples: unknown clients
        | login                                          |
        | with an unknown client id                      |
        | with an extra letter appended to the client id |
        | with the client id minus its last letter       |
        | with the client id in a different letter case  |

    @should @SS-04
    Scenario Outline: A login <login>
      When one of the users sends a login <login>
      Then no token is issued

      Examples: client ids that a careless comparison takes for the right one
        | login                                                                           |
        | with a client id that is right once white space inside it is removed            |
        | with a client id that is right once control characters are removed              |
        | with a client id that is right once it is cut at a NUL                          |
        | with a client id that is right once characters that are not visible are removed |
        | with a client id that is right once compatibility forms are folded              |
        | with a client id that is right once accents are removed                         |
        | with a client id that is right once letters that look alike are folded          |
        | with a client id that is right once percent escapes are decoded                 |
        | with a client id that is right once HTML entities are decoded                   |
        | with a client id that is right once JSON escapes are decoded                    |
        | with a client id that is right once base64 is decoded                           |
        | with a client id that is right once hexadecimal is decoded                      |
        | with a client id that is right once quoted-printable is decoded                 |
        | with a client id that is right once _ stands for any character                  |
        | with a client id that is right once % stands for any text                       |
        | with a client id that is right once * stands for any text                       |
        | with a client id that is right once ? stands for any character                  |
        | with a client id that is right once it is read as a regular expression          |
        | with a client id that is right once its last character is dropped               |
        | with a client id that is right once only its beginning is compared              |
        | with a client id that is right once only its end is compared                    |
        | with a client id that is right once it has to contain the right one only        |
        | with a client id that is right once it is cut after 8 characters                |
        | with a client id that is right once it is cut after 16 characters               |
        | with a client id that is right once it is cut after 32 characters               |
        | with a client id that is right once it is cut after 64 characters               |
        | with a client id that is right once the order of its characters is ignored      |
        | with a client id that is right once it is a list of which one has to match      |

  @esignon-startsimple
  Rule: Company and client id are required

    @should @SS-05
    Scenario Outline: A login <login>
      When Mina sends a login <login>
      Then no token is issued

      Examples: missing and empty members
        | login                                |
        | without a company in its body        |
        | with an empty company in its body    |
        | with null as the company in its body |
        | without a client id                  |
        | with an empty client id              |
        | with null as the client id           |
