@esignon-startsimple
Feature: Refusing malformed bodies
  A request that cannot be read is refused for that reason, whatever credentials it contains.

  Background:
    Given Mina is a user of the company

  Rule: A request that is not JSON yields result code 12

    @must @ES-12
    Scenario Outline: A login <login>
      When Mina sends a login <login>
      Then the login is refused with result code "12"

      Examples: bodies that are not JSON
        | login                                        |
        | with an empty body                           |
        | with a body of white space only              |
        | with a body of plain text                    |
        | with a body that is cut off in the middle    |
        | with a body that lacks its last brace        |
        | with a body that has one brace too many      |
        | with a body that uses single quotes          |
        | with unquoted member names                   |
        | with a /* */ comment                         |
        | with a // comment                            |
        | with a # comment                             |
        | with extra text after the end of the body    |
        | with extra text before the start of the body |
        | with a number that has a leading zero        |
        | with NaN as a value                          |
        | with True as a value                         |
        | with a number that has a plus sign           |
        | with an escaped apostrophe in a string       |
        | with two commas between two members          |
        | with no comma between two members            |
        | with a no-break space between two members    |
        | with a comma before the first member         |
        | with form data instead of JSON               |
        | with a body in UTF-16                        |
        | with a raw line break inside a string        |
        | with a raw tab inside a string               |
        | with an invalid UTF-8 byte in its password   |
        | with an overlong UTF-8 encoding of @         |
        | with a trailing comma in each object         |

  Rule: A "body" member that is missing or not an object yields result code 12

    @must @ES-13
    Scenario Outline: A login <login>
      When Mina sends a login <login>
      Then the login is refused with result code "12"

      Examples: wrong "body" members
        | login                                                |
        | without the member "body"                            |
        | with the members of "body" moved to the top level    |
        | whose body is null                                   |
        | whose body is a string                               |
        | whose body is a number                               |
        | whose body is true                                   |
        | whose body is an empty array                         |
        | whose body is an array that contains the credentials |
        | whose body is encoded as a JSON string               |
