using PixverseHarness.Contract.Operations;

namespace PixverseHarness.Cli.Repro;

/// <summary>Writes a request as C# on this project's client.</summary>
internal static class PixverseClientSnippet
{
    /// <summary>A program of top-level statements; where the client cannot do such a thing, one that says so.</summary>
    public static string Of(string origin, ReproRequest request)
    {
        if (Call(request) is not { } call)
        {
            return "System.Console.WriteLine(\"PixverseClient never sends such a request: its paths, methods and headers are fixed.\");";
        }

        var key = request.Key is null ? "" : $"ApiKey = \"{request.Key}\", ";
        var patience = request.PatienceSeconds is { } seconds ? $", StepTimeout = TimeSpan.FromSeconds({seconds})" : "";
        return string.Join('\n',
            "using System;",
            "using System.Text;",
            "using PixverseHarness.Client;",
            "",
            $"var options = new PixverseClientOptions {{ {key}BaseAddress = new Uri(\"{origin}\"){patience} }};",
            "using var client = PixverseClient.Create(options, TimeProvider.System);",
            $"var outcome = await {call};",
            "Console.WriteLine(outcome.Exchange.StatusCode?.ToString() ?? \"no whole answer\");",
            "Console.WriteLine(outcome);");
    }

    private static string? Call(ReproRequest request)
    {
        if (request.AsBearer || request.Filler > 0)
        {
            return null;
        }

        if (request.Method == "POST")
        {
            var body = $"Encoding.UTF8.GetBytes({HttpClientSnippet.Body(request)}), \"{request.ContentType}\"";
            return request.Path == Operations.Get(ApiOperation.Submit).PathTemplate ? $"client.SubmitAsync({body})"
                : request.Path == Operations.Get(ApiOperation.GenerateSync).PathTemplate ? $"client.GenerateSyncAsync({body})"
                : null;
        }

        if (request.Path == Operations.Get(ApiOperation.GetCredits).PathTemplate)
        {
            return "client.GetCreditsAsync()";
        }

        return RequestPath.IdIn(request.Path) is { } id
            ? $"client.{(RequestPath.IsStatus(request.Path) ? "GetStatusAsync" : "GetResultAsync")}(client.GetJob(\"{id}\"))"
            : null;
    }
}
