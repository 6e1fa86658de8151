@esignon-login
Feature: Knowing the company
  A login is good for one company only.

  Background:
    Given Mina is a user of the company

  Rule: A company that does not exist is refused

    @must @ES-29
    Scenario Outline: A login <login>
      When Mina sends a login <login>
      Then the login is refused with result code "10", "99" or "95"

      Examples: companies that do not exist
        | login                                                            |
        | to a company that does not exist                                 |
        | to a company whose name only begins like an existing one         |
        | to a company whose name lacks the last letter of an existing one |

  Rule: What is no name of a company opens no door

    @must @ES-29
    Scenario Outline: A login <login>
      When Mina sends a login <login>
      Then no token is issued

      Examples: names that a provider need not take for names
        | login                                   |
        | to the company %                        |
        | to the company ' OR '1'='1              |
        | to a company whose name has 300 letters |
        | to a company whose name is Korean       |

  Rule: The company is that of the path, whatever a body says

    @must @ES-05
    Scenario: The body names another company, as bodies of the other endpoint do
      When Mina sends a login with another company in its body
      Then the login is accepted, or refused with result code "10", "12", "95" or "99"
