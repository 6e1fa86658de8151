@ckstack-token
Feature: Refusing malformed bodies
  A request that cannot be read is refused in the same form as any other.

  Background:
    Given Sora is a user

  Rule: A request that is not a JSON object is refused in the documented form

    @must @CK-17
    Scenario Outline: A login <login>
      When Sora sends a login <login>
      Then the login is refused
      And no token is issued

      Examples: bodies that no reader accepts
        | login                                        |
        | with an empty body                           |
        | with a body of plain text                    |
        | with a body that is cut off in the middle    |
        | with a body that lacks its last brace        |
        | with extra text before the start of the body |
        | with no comma between two members            |
        | with form data instead of JSON               |

    @must @CK-17
    Scenario Outline: A login <login>
      When Sora sends a login <login>
      Then the login is refused
      And no token is issued

      Examples: JSON that is not an object
        | login                       |
        | that is just an empty array |
        | that is wrapped in an array |
        | that is just a string       |
        | that is just a number       |
        | that is just true           |
        | that is just null           |

  Rule: A request that is not quite JSON is refused or read leniently

    @must @CK-17
    Scenario Outline: A login <login>
      When Sora sends a login <login>
      Then the login is refused, or answered as a lenient reader would answer it

      Examples: bodies that lenient readers accept
        | login                                        |
        | with a body that has one brace too many      |
        | with extra text after the end of the body    |
        | with a body that uses single quotes          |
        | with unquoted member names                   |
        | with a /* */ comment                         |
        | with a // comment                            |
        | with a number that has a leading zero        |
        | with a hexadecimal number                    |
        | with NaN as a value                          |
        | with a raw tab inside a string               |
        | with two commas between two members          |
        | with a comma before the first member         |
        | with a trailing comma                        |
        | with a no-break space between two members    |
        | with a body in UTF-16                        |
        | with an invalid UTF-8 byte in its password   |
        | with an invalid UTF-8 byte in another member |

  Rule: A request that is not quite JSON is better refused

    @should @CK-17
    Scenario Outline: A login <login> is unreadable
      When Sora sends a login <login>
      Then the login is refused as unreadable
      And no token is issued

      Examples: bodies that lenient readers accept
        | login                                        |
        | with a body that has one brace too many      |
        | with extra text after the end of the body    |
        | with a body that uses single quotes          |
        | with unquoted member names                   |
        | with a /* */ comment                         |
        | with a // comment                            |
        | with a number that has a leading zero        |
        | with a hexadecimal number                    |
        | with NaN as a value                          |
        | with a raw tab inside a string               |
        | with two commas between two members          |
        | with a comma before the first member         |
        | with a trailing comma                        |
        | with a no-break space between two members    |
        | with a body in UTF-16                        |
        | with an invalid UTF-8 byte in its password   |
        | with an invalid UTF-8 byte in another member |
