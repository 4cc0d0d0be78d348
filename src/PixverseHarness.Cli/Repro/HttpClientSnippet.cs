using System.Globalization;

namespace PixverseHarness.Cli.Repro;

/// <summary>Writes a request as C# on <c>HttpClient</c>.</summary>
internal static class HttpClientSnippet
{
    /// <summary>A program of top-level statements.</summary>
    public static string Of(string origin, ReproRequest request)
    {
        var lines = new List<string>
        {
            "using System;", "using System.IO;", "using System.Net.Http;", "using System.Net.Http.Headers;", "using System.Text;", "using System.Threading.Tasks;", "",
            request.PatienceSeconds is { } seconds ? $"using var http = new HttpClient {{ Timeout = TimeSpan.FromSeconds({seconds}) }};" : "using var http = new HttpClient();",
            $"using var request = new HttpRequestMessage(HttpMethod.{Method(request)}, \"{origin}{request.Path}\");",
        };
        if (request is { Key: { } key, AsBearer: true })
        {
            lines.Add($"request.Headers.Authorization = new AuthenticationHeaderValue(\"Bearer\", \"{key}\");");
        }
        else if (request.Key is not null)
        {
            lines.Add($"request.Headers.Add(\"x-api-key\", \"{request.Key}\");");
        }

        if (request.HasBody)
        {
            lines.Add($"request.Content = new StringContent({Body(request)}, Encoding.UTF8, \"{request.ContentType}\");");
        }

        lines.AddRange([
            "try",
            "{",
            "    using var response = await http.SendAsync(request);",
            "    Console.WriteLine((int)response.StatusCode);",
            "    Console.WriteLine(await response.Content.ReadAsStringAsync());",
            "}",
            "catch (Exception error) when (error is HttpRequestException or IOException or TaskCanceledException)",
            "{",
            "    Console.WriteLine($\"no whole answer: {error.Message}\");",
            "}",
        ]);
        return string.Join('\n', lines);
    }

    /// <summary>The body as a C# expression.</summary>
    public static string Body(ReproRequest request) => request.Filler > 0
        ? string.Create(CultureInfo.InvariantCulture, $"new string('x', {request.Filler})")
        : $"\"\"\"{Padded(request.Body!)}\"\"\"";

    // A raw string cannot begin or end with a quote.
    private static string Padded(string body) => body.StartsWith('"') || body.EndsWith('"') ? $"\n{body}\n" : body;

    private static string Method(ReproRequest request) => request.Method == "POST" ? "Post" : "Get";
}
