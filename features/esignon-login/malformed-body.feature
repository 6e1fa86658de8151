@esignon-login
Feature: Refusing malformed bodies
  A request that cannot be read is refused as such, whatever credentials it holds.

  Background:
    Given Mina is a user of the company

  Rule: What is not JSON yields result code 12

    @must @ES-12
    Scenario Outline: A login <login>
      When Mina sends a login <login>
      Then the login is refused with result code "12"

      Examples: bodies that are not JSON
        | login                                                 |
        | with an empty body                                    |
        | with a body of white space alone                      |
        | with a body of plain text                             |
        | with a body that is cut off in the middle             |
        | with a body that lacks its last brace                 |
        | with a body that has one brace too many               |
        | with a body in single quotes                          |
        | with a body whose member names have no quotes         |
        | with a body that has a comment in it                  |
        | with a comment behind two slashes                     |
        | with a comment behind a number sign                   |
        | with a body that goes on after its end                |
        | with a body that has a word before it                 |
        | with a number that begins with a zero                 |
        | with NaN for a value                                  |
        | with True for a value                                 |
        | with a number that begins with a plus sign            |
        | with an escaped apostrophe in a string                |
        | with two commas between two members                   |
        | with no comma between two members                     |
        | with a no-break space between two members             |
        | with a comma before the first member                  |
        | with a form in place of JSON                          |
        | with a body in UTF-16                                 |
        | with a raw line break inside a string                 |
        | with a raw tab inside a string                        |
        | with a byte that is not UTF-8 in its password         |
        | with an @ in an overlong encoding, which is not UTF-8 |

  Rule: A body that is missing or no object yields result code 12

    @must @ES-13
    Scenario Outline: A login <login>
      When Mina sends a login <login>
      Then the login is refused with result code "12"

      Examples: bodies that are no object
        | login                                                  |
        | without the member body                                |
        | without the member body, its members beside the header |
        | whose body is null                                     |
        | whose body is a string                                 |
        | whose body is a number                                 |
        | whose body is true                                     |
        | whose body is an empty array                           |
        | whose body is an array with the credentials in it      |
        | whose body is a string of JSON                         |

  Rule: The document's own example, with a comma after each last member, is read or refused

    @must @LG-04
    Scenario: A comma stands after the last member of each object
      When Mina sends a login with a comma after the last member of each object
      Then the login is accepted, or refused with result code "12"

    @must @LG-04
    Scenario: With the commas, a wrong password is wrong
      When Mina sends a login with a comma after the last member of each object and a wrong password
      Then the login is refused with result code "10" or "12"
