namespace PixverseHarness.WireMock.Stubs;

/// <summary>What stands beside the stubs: how to load them, and what they cannot do.</summary>
internal static class StubReadme
{
    /// <summary>The text.</summary>
    /// <param name="profile">Name of the profile that the answers follow.</param>
    /// <param name="stubs">Number of stubs.</param>
    public static string Text(string profile, int stubs) => $$"""
        # Stubs of the Pixverse text-to-video API

        {{stubs}} static mappings for WireMock.Net, answers of the `{{profile}}` profile. In C#:

        ```csharp
        var server = WireMockServer.Start();
        server.ReadStaticMappings("mappings");
        ```

        With the standalone server: `dotnet-wiremock --ReadStaticMappings true`, the files in `__admin/mappings`.

        | file | answers |
        |---|---|
        | `job-completed.json` | a submit, and its job: QUEUED, twice PROCESSING, then COMPLETED; each status poll moves it on |
        | `job-CAUSE.json` | the same for a job that fails, asked for by key, by `Prefer: cause=CAUSE` or by `[[CAUSE]]` in the prompt |
        | `errors-on-request.json` | every error cause on every call that can meet it, asked for in the same three ways |
        | `refusals.json` | 401 without a key, 406 for a wrong content type, 404 for an unknown id, 405 and 400 |
        | `calls.json` | the blocking v1 call, the credits call, and the video |

        ## What these stubs cannot do

        - **Time.** Nothing runs, waits or expires: a job moves on by being polled, and a result is never gone after an hour.
          Dates, such as the reset instant of a 429, are those of the export.
        - **State per id.** WireMock's scenarios are global: every submit gets the same id and starts the one job anew. Two
          clients at once disturb each other.
        - **Balances, prices and limits.** The balance never changes, nothing is charged, and 406 and 429 come only when asked for.
        - **Validation.** Any body is accepted: parameters and the rules between them are not looked at.
        - **Keys.** Any key is valid, and nobody's jobs are hidden from another key.
        - **Faults of the connection,** sessions (`/s/NAME`) and the admin API (`/__admin`) of the twin.

        `pixverse simulate` has all of it; `--host wiremock` serves it from WireMock.Net.

        """;
}
