namespace PixverseHarness.Client.Tests.Support;

/// <summary>Answers typed by hand after sections 5 to 9 of the facts sheet.</summary>
internal static class WireBodies
{
    public const string Id = "9b1e44c07d3a5f2286e0c1d4ab97f035";

    public const string Accepted = """
        {"poll_url":"https://api.segmind.com/v1/requests/9b1e44c07d3a5f2286e0c1d4ab97f035",
         "request_id":"9b1e44c07d3a5f2286e0c1d4ab97f035",
         "response_url":"https://api.segmind.com/v2/requests/9b1e44c07d3a5f2286e0c1d4ab97f035",
         "status":"QUEUED",
         "status_url":"https://api.segmind.com/v2/requests/9b1e44c07d3a5f2286e0c1d4ab97f035/status"}
        """;

    public const string Queued = """
        {"status":"QUEUED","request_id":"9b1e44c07d3a5f2286e0c1d4ab97f035",
         "status_url":"https://api.segmind.com/v2/requests/9b1e44c07d3a5f2286e0c1d4ab97f035/status",
         "response_url":"https://api.segmind.com/v2/requests/9b1e44c07d3a5f2286e0c1d4ab97f035","metrics":{}}
        """;

    public const string Processing = """{"status":"PROCESSING"}""";

    public const string Completed = """
        {"status":"COMPLETED","request_id":"9b1e44c07d3a5f2286e0c1d4ab97f035",
         "metrics":{"inference_time":43.71,"queue_time":0.19,"total_time":43.92,"cost":0.375,"remaining_credits":12.625}}
        """;

    public const string Failed =
        """{"error":"Prompt is required for video generation.","metrics":{"inference_time":0.0034,"queue_time":0.026},"status":"FAILED"}""";

    public const string Result = """
        {"status":"COMPLETED","error":null,
         "video":{"url":"https://images.segmind.com/generations/5f0ce1.mp4","content_type":"video/mp4","file_name":"5f0ce1.mp4","file_size":"3481172"},
         "output":"https://images.segmind.com/generations/5f0ce1.mp4",
         "seed":"56698","prompt":"A fox","timings":{"inference":43.71},
         "metrics":{"cost":0.375,"remaining_credits":12.625,"inference_time":43.71,"queue_time":0.19,"total_time":43.92}}
        """;

    public const string ResultWithoutUrl = """{"status":"COMPLETED","error":null,"metrics":{"cost":0.375}}""";

    public const string NotFound = """{"error":"Request 9b1e44c07d3a5f2286e0c1d4ab97f035 not found"}""";

    public const string BadKey = """{"error":"Unauthorized. API key is invalid or may have expired."}""";

    public const string RateLimited = """{"error":"rate_limit_exceeded"}""";

    public const string Html502 = "<html><head><title>502 Bad Gateway</title></head><body>502</body></html>";

    public const string Credits = """{"credits":41.25,"free-credits":0.0}""";

    /// <summary>The first boxes of an MP4 file.</summary>
    public static byte[] Mp4 { get; } = [0, 0, 0, 16, (byte)'f', (byte)'t', (byte)'y', (byte)'p', (byte)'i', (byte)'s', (byte)'o', (byte)'m', 0, 0, 2, 0, 0, 0, 0, 8, (byte)'f', (byte)'r', (byte)'e', (byte)'e'];
}
