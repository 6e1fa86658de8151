@ckstack-token
Feature: Refusing malformed bodies
  A request that cannot be read is refused by an envelope like any other.

  Background:
    Given Sora is a user

  Rule: What is no JSON object is refused with an envelope

    @must @CK-17
    Scenario Outline: A login <login>
      When Sora sends a login <login>
      Then the login is refused

      Examples: bodies that are not JSON
        | login                                         |
        | with an empty body                            |
        | with a body of plain text                     |
        | with a body that is cut off in the middle     |
        | with a body that lacks its last brace         |
        | with a body that has one brace too many       |
        | with a body in single quotes                  |
        | with a body whose member names have no quotes |
        | with a body that has a comment in it          |
        | with a body that goes on after its end        |
        | with a body that has a word before it         |
        | with a number that begins with a zero         |
        | with NaN for a value                          |
        | with two commas between two members           |
        | with no comma between two members             |
        | with a no-break space between two members     |
        | with a comma before the first member          |
        | with a form in place of JSON                  |
        | with a body in UTF-16                         |
        | with a comma after the last member            |
        | with a byte that is not UTF-8                 |

    @must @CK-17
    Scenario Outline: A login <login>
      When Sora sends a login <login>
      Then the login is refused

      Examples: JSON that is no object
        | login                                 |
        | that is an empty array as a whole     |
        | that is an array with the login in it |
        | that is a string as a whole           |
        | that is a number as a whole           |
        | that is true as a whole               |
        | that is null as a whole               |
