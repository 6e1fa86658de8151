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

      Examples: bodies that are not JSON
        | login                                        |
        | with an empty body                           |
        | with a body of plain text                    |
        | with a body that is cut off in the middle    |
        | with a body that lacks its last brace        |
        | with a body that has one brace too many      |
        | with a body that uses single quotes          |
        | with unquoted member names                   |
        | with a /* */ comment                         |
        | with extra text after the end of the body    |
        | with extra text before the start of the body |
        | with a number that has a leading zero        |
        | with NaN as a value                          |
        | with two commas between two members          |
        | with no comma between two members            |
        | with a no-break space between two members    |
        | with a comma before the first member         |
        | with form data instead of JSON               |
        | with a body in UTF-16                        |
        | with a trailing comma                        |
        | with an invalid UTF-8 byte                   |

    @must @CK-17
    Scenario Outline: A login <login>
      When Sora sends a login <login>
      Then the login is refused

      Examples: JSON that is not an object
        | login                       |
        | that is just an empty array |
        | that is wrapped in an array |
        | that is just a string       |
        | that is just a number       |
        | that is just true           |
        | that is just null           |
