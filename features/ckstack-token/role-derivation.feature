@ckstack-token
Feature: Role derivation
  The menus of a company's groups determine which roles a user has in that company.

  Rule: A user has the menu of their role and no menu of a higher role

    @must @RO-01
    Scenario Outline: The <role> logs in
      Given <name> is the fixture's <role>
      When <name> logs in
      Then <name> has the role of <role> and no higher role

      Examples: the three roles
        | name    | role                       |
        | Minjun  | system administrator       |
        | Seoyeon | intermediate administrator |
        | Doyun   | general user               |

  Rule: Each company has its own roles

    @must @RO-03
    Scenario: A user of several companies logs in
      Given Jiwoo is the fixture's user of several companies
      When Jiwoo logs in
      Then Jiwoo has exactly the roles of the fixtures in each company

  Rule: Other menus give no role

    @must @RO-04
    Scenario: A user without a role logs in
      Given Yuna is the fixture's user without a role
      When Yuna logs in
      Then Yuna has no role
