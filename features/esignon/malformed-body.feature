Feature: Refusing malformed bodies
  A request that cannot be read is refused for that reason, whatever credentials it contains.

  Background:
    Given Mina is a user of the company

  @esignon-startsimple @esignon-login
  Rule: A request that is not JSON at all yields result code 12

    @must @ES-12
    Scenario Outline: A login <login>
      When Mina sends a login <login>
      Then the login is refused with result code "12"
      And no token is issued

      Examples: bodies that no reader accepts
        | login                                        |
        | with a body of white space only              |
        | with a body of plain text                    |
        | with a body that is cut off in the middle    |
        | with a body that lacks its last brace        |
        | with extra text before the start of the body |
        | with True as a value                         |
        | with no comma between two members            |
        | with form data instead of JSON               |
        | with a body of XML                           |

    @must @ES-12
    Scenario: The body is empty, which some readers take for an empty object
      When Mina sends a login with an empty body
      Then the login is refused with result code "12" or "99"
      And no token is issued

  @esignon-startsimple @esignon-login
  Rule: A request that is not quite JSON is refused or read leniently

    @must @ES-12
    Scenario Outline: A login <login>
      When Mina sends a login <login>
      Then the login is refused, or answered as a lenient reader would answer it

      Examples: bodies that lenient readers accept
        | login                                         |
        | with a body that has one brace too many       |
        | with extra text after the end of the body     |
        | with the body twice                           |
        | with a body that uses single quotes           |
        | with unquoted member names                    |
        | with a /* */ comment                          |
        | with a // comment                             |
        | with a # comment                              |
        | with two commas between two members           |
        | with a comma before the first member          |
        | with a no-break space between two members     |
        | with a number that has a leading zero         |
        | with a number that has a plus sign            |
        | with a hexadecimal number                     |
        | with NaN as a value                           |
        | with Infinity as a value                      |
        | with an empty place in an array               |
        | with an escaped apostrophe in a string        |
        | with a hexadecimal escape in its e-mail       |
        | with a raw line break inside a string         |
        | with a raw tab inside a string                |
        | with a body in UTF-16                         |
        | with a body in UTF-16 after a byte order mark |
        | with a body in UTF-32                         |
        | with an invalid UTF-8 byte in its password    |
        | with an invalid UTF-8 byte in another member  |
        | with an overlong UTF-8 encoding of @          |

  @esignon-startsimple @esignon-login
  Rule: A request that is not quite JSON is better refused

    @should @ES-12
    Scenario Outline: A login <login> is unreadable
      When Mina sends a login <login>
      Then the login is refused as unreadable
      And no token is issued

      Examples: bodies that lenient readers accept
        | login                                         |
        | with a body that has one brace too many       |
        | with extra text after the end of the body     |
        | with the body twice                           |
        | with a body that uses single quotes           |
        | with unquoted member names                    |
        | with a /* */ comment                          |
        | with a // comment                             |
        | with a # comment                              |
        | with two commas between two members           |
        | with a comma before the first member          |
        | with a no-break space between two members     |
        | with a number that has a leading zero         |
        | with a number that has a plus sign            |
        | with a hexadecimal number                     |
        | with NaN as a value                           |
        | with Infinity as a value                      |
        | with an empty place in an array               |
        | with an escaped apostrophe in a string        |
        | with a hexadecimal escape in its e-mail       |
        | with a raw line break inside a string         |
        | with a raw tab inside a string                |
        | with a body in UTF-16                         |
        | with a body in UTF-16 after a byte order mark |
        | with a body in UTF-32                         |
        | with an invalid UTF-8 byte in its password    |
        | with an invalid UTF-8 byte in another member  |
        | with an overlong UTF-8 encoding of @          |

  @esignon-startsimple @esignon-login
  Rule: A "body" member that is missing or not an object yields result code 12

    @must @ES-13
    Scenario Outline: A login <login>
      When Mina sends a login <login>
      Then the login is refused with result code "12"
      And no token is issued

      Examples: wrong "body" members
        | login                                             |
        | without the member "body"                         |
        | with the members of "body" moved to the top level |
        | whose body is null                                |
        | whose body is a string                            |
        | whose body is a number                            |
        | whose body is true                                |
        | whose body is encoded as a JSON string            |

    @must @ES-13
    Scenario Outline: A login <login>
      When Mina sends a login <login>
      Then the login is refused with result code "12", "99" or "10"
      And no token is issued

      Examples: arrays, which some readers take for objects without members
        | login                                                |
        | whose body is an empty array                         |
        | whose body is an array that contains the credentials |

  @esignon-startsimple
  Rule: Trailing commas are not quite JSON either

    @must @ES-12
    Scenario: The login has trailing commas
      When Mina sends a login with a trailing comma in each object
      Then the login is refused, or answered as a lenient reader would answer it

    @should @ES-12
    Scenario: A login with trailing commas is unreadable
      When Mina sends a login with a trailing comma in each object
      Then the login is refused as unreadable
      And no token is issued

  @esignon-login
  Rule: The document's own example, which has trailing commas, is accepted or refused as malformed

    @must @LG-04
    Scenario: The login has trailing commas
      When Mina sends a login with a trailing comma in each object
      Then the login is accepted, or refused with result code "12"

    @must @LG-04
    Scenario: The login has trailing commas and a wrong password
      When Mina sends a login with a trailing comma in each object and a wrong password
      Then the login is refused with result code "10" or "12"
      And no token is issued
