using System.Globalization;
using System.Text.Json;
using PixverseHarness.Contract.Operations;

namespace PixverseHarness.Cli.Repro;

/// <summary>Writes a request as Python.</summary>
internal static class PythonSnippet
{
    /// <summary>A program on httpx.</summary>
    public static string Httpx(string origin, ReproRequest request)
    {
        var headers = string.Join(", ", request.Headers().Select(h => $"\"{h.Name}\": \"{h.Value}\""));
        var content = request.Filler > 0 ? string.Create(CultureInfo.InvariantCulture, $", content=\"x\" * {request.Filler}") : request.Body is { } body ? $", content='{body}'" : "";
        return string.Join('\n',
            "import httpx",
            "",
            "try:",
            $"    answer = httpx.request(\"{request.Method}\", \"{origin}{request.Path}\", headers={{{headers}}}{content}, timeout={request.PatienceSeconds ?? "120"})",
            "    print(answer.status_code)",
            "    print(answer.text)",
            "except httpx.HTTPError as error:",
            "    print(f\"no whole answer: {error!r}\")");
    }

    /// <summary>A program on the vendor's SDK, 1.1.0 or later; where that cannot do such a thing, a remark.</summary>
    public static string Segmind(string origin, ReproRequest request)
    {
        if (SegmindCall(origin, request) is not { } call)
        {
            return "print(\"The segmind SDK never sends such a request.\")";
        }

        var patience = request.PatienceSeconds is { } seconds ? $", timeout={seconds}" : "";
        return string.Join('\n',
            "from segmind import AsyncJob, SegmindClient, SegmindError",
            "",
            $"client = SegmindClient(api_key=\"{request.Key}\", base_url=\"{origin}/v1\"{patience})",
            "try:",
            $"    print({call})",
            "except SegmindError as error:",
            "    print(error.status, error.detail)");
    }

    private static string? SegmindCall(string origin, ReproRequest request)
    {
        if (request.AsBearer || request.Key is null)
        {
            return null;
        }

        if (RequestPath.IdIn(request.Path) is { } id)
        {
            var url = $"{origin}/v2/requests/{id}";
            var job = $"AsyncJob(\"{id}\", \"{url}/status\", \"{url}\", {{}}, client)";
            return $"{job}.{(RequestPath.IsStatus(request.Path) ? "status" : "result")}()";
        }

        // The SDK makes the JSON itself: only a body that is an object can be handed over.
        if (request is not { Method: "POST", ContentType: "application/json", Body: { } body } || Arguments(body) is not { } arguments)
        {
            return null;
        }

        return request.Path == Operations.Get(ApiOperation.GenerateSync).PathTemplate
            ? $"client.run_sync(\"{Operations.Slug}\", {arguments})"
            : $"client.submit_async(\"{request.Path["/v2/".Length..]}\", {arguments}).wait()";
    }

    private static string? Arguments(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return string.Join(", ", document.RootElement.EnumerateObject().Select(m => $"{m.Name}={m.Value.GetRawText()}"));
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
