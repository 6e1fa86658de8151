@esignon-startsimple
Feature: Knowing the company and the client
  A login is good for one company only.

  Background:
    Given Mina is a user of the company

  Rule: A company that does not exist is refused

    @must @ES-29
    Scenario Outline: A login <login>
      When Mina sends a login <login>
      Then the login is refused with result code "10" or "99"

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

  Rule: The company of the body is that of the path

    @should @SS-03
    Scenario Outline: A login <login>
      When Mina sends a login <login>
      Then no token is issued

      Examples: contradictions
        | login                                           |
        | whose body names another company than the path  |
        | whose body names the company with a letter more |
        | whose body names another company that exists    |
        | whose path names another company than the body  |

  Rule: Only known clients are served

    @should @SS-04
    Scenario Outline: A login <login>
      When Mina sends a login <login>
      Then no token is issued

      Examples: clients that nobody knows
        | login                                   |
        | with a client id that is not known      |
        | with the client id and a letter more    |
        | with the client id less its last letter |
        | with the client id in the other case    |

  Rule: Company and client id are needed

    @should @SS-05
    Scenario Outline: A login <login>
      When Mina sends a login <login>
      Then no token is issued

      Examples: members left out, or with nothing in them
        | login                                        |
        | without a company in its body                |
        | whose body has an empty text for the company |
        | whose body has null for the company          |
        | without a client id                          |
        | with an empty text for the client id         |
        | with null for the client id                  |
