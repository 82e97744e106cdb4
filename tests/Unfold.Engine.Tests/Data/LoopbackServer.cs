using System.Net;

namespace Unfold.Engine.Tests;

/// <summary>An HTTP server on this machine's loopback that answers each path with what was put there.</summary>
internal sealed class LoopbackServer : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Dictionary<string, (int Status, byte[] Body, long Announced)> _answers = new(StringComparer.Ordinal);

    public LoopbackServer()
    {
        for (var port = 42000; !_listener.IsListening; port++)
        {
            Address = new Uri($"http://127.0.0.1:{port}/");
            _listener.Prefixes.Clear();
            _listener.Prefixes.Add(Address.ToString());
            try
            {
                _listener.Start();
            }
            catch (HttpListenerException) when (port < 42100)
            {
                // Somebody else's port.
            }
        }

        new Thread(Serve) { IsBackground = true }.Start();
    }

    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    public List<string> Asked { get; } = [];

    /// <summary>Puts an answer; one that announces more than it sends breaks off.</summary>
    public Uri Put(string path, byte[] body, int status = 200, long? announced = null)
    {
        _answers[path] = (status, body, announced ?? body.Length);
        return new Uri(Address, path);
    }

    public void Dispose() => _listener.Close();

    private void Serve()
    {
        while (_listener.IsListening)
        {
            try
            {
                Answer(_listener.GetContext());
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException or InvalidOperationException or IOException)
            {
                // The test is over, or the client hung up.
            }
        }
    }

    private void Answer(HttpListenerContext context)
    {
        var path = context.Request.Url!.AbsolutePath.TrimStart('/');
        lock (Asked)
            Asked.Add(path);
        var (status, body, announced) = _answers.GetValueOrDefault(path, (404, [], 0));
        context.Response.StatusCode = status;
        context.Response.ContentLength64 = announced;
        context.Response.OutputStream.Write(body);
        if (announced == body.Length)
            context.Response.Close();
        else
            context.Response.Abort();
    }
}
